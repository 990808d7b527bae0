"""The peers of models and vector search behind the protocol of a race: `encoders.py PEER key=value …`; each line on standard input is a round."""

import os
import sys
import time

import numpy

WANTED = 20


def lines(path):
    with open(path, encoding="utf-8") as file:
        return file.read().split("\n")[:-1]


def onnxruntime(model, tokens, texts, threads):
    import onnxruntime
    from tokenizers import Tokenizer

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = int(threads)
    session = onnxruntime.InferenceSession(model, options, providers=["CPUExecutionProvider"])
    tokenizer = Tokenizer.from_file(tokens)
    tokenizer.enable_padding()
    tokenizer.enable_truncation(256)
    texts = lines(texts)
    # By length, so that little is padded: as sentence-transformers does.
    order = sorted(range(len(texts)), key=lambda i: len(texts[i]))

    def batch(some):
        encoded = tokenizer.encode_batch(some)
        ids = numpy.array([one.ids for one in encoded], numpy.int64)
        mask = numpy.array([one.attention_mask for one in encoded], numpy.int64)
        (states,) = session.run(None, {"input_ids": ids, "attention_mask": mask, "token_type_ids": numpy.zeros_like(ids)})
        vectors = (states * mask[..., None]).sum(1) / mask.sum(1, keepdims=True)
        return vectors / numpy.linalg.norm(vectors, axis=1, keepdims=True)

    return texts, lambda: sum(len(batch([texts[i] for i in order[at : at + 32]])) for at in range(0, len(order), 32))


def tokenizers(tokens, texts):
    from tokenizers import Tokenizer

    tokenizer = Tokenizer.from_file(tokens)
    tokenizer.no_padding()
    tokenizer.no_truncation()
    texts = lines(texts)

    def round():
        found = []
        for at in range(0, len(texts), 1000):
            found += [one.ids for one in tokenizer.encode_batch_fast(texts[at : at + 1000])]
        return found

    # The sum is no part of the race.
    total = sum((place + 1) * id for ids in round() for place, id in enumerate(ids)) & 0xFFFFFFFF
    return texts, lambda: total if round() else 0


def model2vec(tokens, texts, processes):
    """Its speed does not depend on what stands in the rows."""
    from model2vec import StaticModel
    from tokenizers import Tokenizer

    tokenizer = Tokenizer.from_file(tokens)
    tokenizer.no_padding()
    rows = numpy.random.default_rng(1).standard_normal((tokenizer.get_vocab_size(), 256), numpy.float32)
    model = StaticModel(rows, tokenizer, normalize=True)
    texts = lines(texts)
    return texts, lambda: len(model.encode(texts, use_multiprocessing=processes == "many"))


def faiss(vectors, queries, truth, kind, lists=0, probes=0):
    import faiss

    rows = numpy.fromfile(vectors, numpy.float32).reshape(-1, 256)
    queries = numpy.fromfile(queries, numpy.float32).reshape(-1, 256)
    truth = [set(row) for row in numpy.fromfile(truth, numpy.int32).reshape(-1, WANTED)]
    index = faiss.index_factory(256, kind, faiss.METRIC_INNER_PRODUCT)
    if not index.is_trained:
        index.train(rows[: max(65_536, 64 * int(lists))])
    index.add(rows)
    del rows
    if probes:
        faiss.extract_index_ivf(index).nprobe = int(probes)
    search = lambda query: index.search(query[None], WANTED)[1][0]
    return queries, lambda: sum(len(true.intersection(search(query))) for query, true in zip(queries, truth))


def main():
    os.environ["TOKENIZERS_PARALLELISM"] = "false" if len(os.sched_getaffinity(0)) == 1 else "true"
    work, round = globals()[sys.argv[1]](**dict(word.split("=", 1) for word in sys.argv[2:]))
    print("ready", len(work), sum(map(len, work)), flush=True)
    for _ in sys.stdin:
        start = time.perf_counter()
        found = round()
        print(time.perf_counter() - start, found, flush=True)


main()
