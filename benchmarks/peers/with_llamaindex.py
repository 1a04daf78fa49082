"""LlamaIndex's vector index, its splitter as it comes. Runs in LlamaIndex's environment."""

import json
import sys
from pathlib import Path

from llama_index.core import Document, Settings, VectorStoreIndex
from llama_index.embeddings.huggingface import HuggingFaceEmbedding

job = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
Settings.llm = None
Settings.embed_model = HuggingFaceEmbedding(model_name=job["weights"], device="cpu")
papers = [Document(text=p["text"], metadata={"document": p["document"]}) for p in job["papers"]]
retriever = VectorStoreIndex.from_documents(papers).as_retriever(similarity_top_k=job["k"])
found = [
    [
        {"document": hit.node.metadata["document"], "text": hit.node.get_content()}
        for hit in retriever.retrieve(question)
    ]
    for question in job["questions"]
]
Path(sys.argv[2]).write_text(json.dumps(found), encoding="utf-8")
