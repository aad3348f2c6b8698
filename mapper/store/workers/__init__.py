"""Who maps the articles of a corpus: this process, several on this computer, or a cluster."""

from mapper.store.workers.alone import Alone
from mapper.store.workers.cluster import Cluster
from mapper.store.workers.force import Mapper, Workforce
from mapper.store.workers.processes import Processes

__all__ = ["Alone", "Cluster", "Mapper", "Processes", "Workforce"]
