"""Haystack's hybrid of vectors and BM25, joined by reciprocal rank, its splitter as it comes (200
words). Runs in Haystack's environment."""

import json
import sys
from dataclasses import replace
from pathlib import Path

from haystack import Document
from haystack.components.joiners import DocumentJoiner
from haystack.components.preprocessors import DocumentSplitter
from haystack.components.retrievers.in_memory import (
    InMemoryBM25Retriever,
    InMemoryEmbeddingRetriever,
)
from haystack.document_stores.in_memory import InMemoryDocumentStore
from sentence_transformers import SentenceTransformer

job = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
model = SentenceTransformer(job["weights"], device="cpu")
papers = [Document(content=p["text"], meta={"document": p["document"]}) for p in job["papers"]]
splitter = DocumentSplitter()
if hasattr(splitter, "warm_up"):
    splitter.warm_up()
chunks = splitter.run(documents=papers)["documents"]
vectors_of = model.encode([chunk.content for chunk in chunks])
chunks = [
    replace(chunk, embedding=vector.tolist())
    for chunk, vector in zip(chunks, vectors_of, strict=True)
]
store = InMemoryDocumentStore(embedding_similarity_function="cosine")
store.write_documents(chunks)
words = InMemoryBM25Retriever(store, top_k=job["k"])
vectors = InMemoryEmbeddingRetriever(store, top_k=job["k"])
joiner = DocumentJoiner(join_mode="reciprocal_rank_fusion", top_k=job["k"])
found = []
for question, vector in zip(job["questions"], model.encode(job["questions"]), strict=True):
    legs = [
        words.run(query=question)["documents"],
        vectors.run(query_embedding=vector.tolist())["documents"],
    ]
    hits = joiner.run(documents=legs)["documents"]
    found.append([{"document": h.meta["document"], "text": h.content} for h in hits])
Path(sys.argv[2]).write_text(json.dumps(found), encoding="utf-8")
