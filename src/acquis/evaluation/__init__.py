"""Gold documents in, figures out: how well acquis reads documents that a person has annotated.

The rules stand in docs/evaluation.md: precision, recall and F1 of every figure over all documents, with a 90%
interval for F1 from resampled documents.
"""

from acquis.evaluation.run import Evaluation, evaluate
from acquis.evaluation.tally import Figure

__all__ = ["Evaluation", "Figure", "evaluate"]
