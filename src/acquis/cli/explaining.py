"""A claim in, the reasons for it out, in words: what `--explain` adds."""

from __future__ import annotations

from acquis.exporters.cards import concept_name
from acquis.extractors.acts import explain
from acquis.model.claim import Claim
from acquis.vocabulary import Vocabulary


def reasons(claim: Claim, vocabulary: Vocabulary) -> list[str]:
    """Why the claim is there, then why it speaks to each provision that it is linked to."""
    return [
        explain(claim.rule),
        *(
            f"speaks to {concept_name(link.provision, vocabulary)}: {link.why} ({link.score:.2f})"
            for link in claim.links
        ),
    ]
