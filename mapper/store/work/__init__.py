"""Who maps the articles of a corpus: this process, several on this computer, or a cluster."""

from mapper.store.work.alone import Alone
from mapper.store.work.cluster import Cluster
from mapper.store.work.force import Mapper, Workforce
from mapper.store.work.processes import Processes

__all__ = ["Alone", "Cluster", "Mapper", "Processes", "Workforce"]
