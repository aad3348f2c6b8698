"""Which words report an event, and the closed lists that go with them (``data/lexicon``)."""

from mapper.events.lexicon.lexicon import Cue, GenericNoun, Idiom, Lexicon, Trigger, load_lexicon
from mapper.events.lexicon.patterns import Clause, Pattern, Values
from mapper.events.lexicon.phrases import Phrase, match_phrase, parse_phrase

__all__ = [
    "Clause", "Cue", "GenericNoun", "Idiom", "Lexicon", "Pattern", "Phrase", "Trigger", "Values",
    "load_lexicon", "match_phrase", "parse_phrase",
]  # fmt: skip
