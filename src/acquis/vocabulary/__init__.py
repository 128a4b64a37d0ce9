"""The field's words: States, bodies, processes, provisions and what they are called, from YAML files."""

from acquis.vocabulary.loader import VOCABULARY_DIR, load_vocabulary
from acquis.vocabulary.vocabulary import Vocabulary

__all__ = ["VOCABULARY_DIR", "Vocabulary", "load_vocabulary"]
