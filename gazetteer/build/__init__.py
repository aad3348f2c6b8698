"""The recipe of the place index: pinned packages and our own tables in, `gazetteer/index` out."""
