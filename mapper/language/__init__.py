"""The one door to spaCy: sentences, tokens, syntax and entities as plain records."""

from mapper.language.detect import detect_language
from mapper.language.parse import Entity, Parse, ParsedArticle, Sentence, Token
from mapper.language.parsers import Parser, load_parser

__all__ = [
    "Entity",
    "Parse",
    "ParsedArticle",
    "Parser",
    "Sentence",
    "Token",
    "detect_language",
    "load_parser",
]
