"""The teacher as onnxruntime runs it best: a graph written from its safetensors, fused by onnxruntime's own optimizer, whole and in bytes.

usage: teacher_graph.py TEACHER-FOLDER OUTPUT-FOLDER   (writes full.onnx and int8.onnx)
"""

import json
import math
import os
import struct
import sys

import numpy
import onnx
from onnx import TensorProto, helper, numpy_helper

HEADS, WIDTH, LAYERS = 12, 384, 6


def weights(path):
    raw = open(path, "rb").read()
    (size,) = struct.unpack("<Q", raw[:8])
    header = json.loads(raw[8 : 8 + size])
    return {
        name: numpy.frombuffer(raw, numpy.float32, math.prod(entry["shape"]), 8 + size + entry["data_offsets"][0]).reshape(entry["shape"])
        for name, entry in header.items()
        if name != "__metadata__" and entry["dtype"] == "F32"
    }


class Graph:
    def __init__(self, weights):
        self.weights, self.constants, self.nodes = weights, [], []

    def constant(self, values):
        name = f"c{len(self.constants)}"
        self.constants.append(numpy_helper.from_array(numpy.ascontiguousarray(values), name))
        return name

    def node(self, kind, inputs, **attributes):
        name = f"{kind}_{len(self.nodes)}"
        self.nodes.append(helper.make_node(kind, inputs, [f"{name}_out"], name=name, **attributes))
        return f"{name}_out"

    def normed(self, x, name):
        parts = [self.constant(self.weights[f"{name}.{part}"]) for part in ["weight", "bias"]]
        return self.node("LayerNormalization", [x, *parts], axis=-1, epsilon=1e-12)

    def linear(self, x, name):
        product = self.node("MatMul", [x, self.constant(self.weights[f"{name}.weight"].T)])
        return self.node("Add", [product, self.constant(self.weights[f"{name}.bias"])])

    def heads(self, x, order):
        split = self.node("Reshape", [x, self.constant(numpy.array([0, 0, HEADS, WIDTH // HEADS]))])
        return self.node("Transpose", [split], perm=order)

    def embedded(self):
        length = self.node("Slice", [self.node("Shape", ["input_ids"]), *[self.constant(numpy.array([i])) for i in (1, 2, 0)]])
        table = lambda name: self.constant(self.weights[f"embeddings.{name}_embeddings.weight"])
        places = self.node("Slice", [table("position"), self.constant(numpy.array([0])), length, self.constant(numpy.array([0]))])
        words = self.node("Gather", [table("word"), "input_ids"])
        kinds = self.node("Gather", [table("token_type"), "token_type_ids"])
        return self.normed(self.node("Add", [self.node("Add", [words, kinds]), places]), "embeddings.LayerNorm")

    def layer(self, x, number, masked):
        at = f"encoder.layer.{number}."
        query = self.heads(self.linear(x, at + "attention.self.query"), [0, 2, 1, 3])
        key = self.heads(self.linear(x, at + "attention.self.key"), [0, 2, 3, 1])
        value = self.heads(self.linear(x, at + "attention.self.value"), [0, 2, 1, 3])
        scale = self.constant(numpy.float32(math.sqrt(WIDTH // HEADS)))
        scores = self.node("Add", [self.node("Div", [self.node("MatMul", [query, key]), scale]), masked])
        mixed = self.node("Transpose", [self.node("MatMul", [self.node("Softmax", [scores], axis=-1), value])], perm=[0, 2, 1, 3])
        joined = self.node("Reshape", [mixed, self.constant(numpy.array([0, 0, WIDTH]))])
        x = self.normed(self.node("Add", [self.linear(joined, at + "attention.output.dense"), x]), at + "attention.output.LayerNorm")
        inner = self.linear(x, at + "intermediate.dense")
        error = self.node("Erf", [self.node("Div", [inner, self.constant(numpy.float32(math.sqrt(2)))])])
        gate = self.node("Add", [error, self.constant(numpy.float32(1))])
        inner = self.node("Mul", [self.node("Mul", [inner, gate]), self.constant(numpy.float32(0.5))])
        return self.normed(self.node("Add", [self.linear(inner, at + "output.dense"), x]), at + "output.LayerNorm")

    def model(self):
        x = self.embedded()
        # In the steps the optimizer knows attention by.
        kept = self.node("Unsqueeze", ["attention_mask", self.constant(numpy.array([1]))])
        kept = self.node("Unsqueeze", [kept, self.constant(numpy.array([2]))])
        kept = self.node("Cast", [kept], to=TensorProto.FLOAT)
        one, least = (self.constant(numpy.float32(value)) for value in (1, -3.4e38))
        masked = self.node("Mul", [self.node("Sub", [one, kept]), least])
        for number in range(LAYERS):
            x = self.layer(x, number, masked)
        self.nodes.append(helper.make_node("Identity", [x], ["last_hidden_state"]))
        inputs = [
            helper.make_tensor_value_info(name, TensorProto.INT64, ["batch", "length"])
            for name in ["input_ids", "attention_mask", "token_type_ids"]
        ]
        output = helper.make_tensor_value_info("last_hidden_state", TensorProto.FLOAT, ["batch", "length", WIDTH])
        graph = helper.make_graph(self.nodes, "teacher", inputs, [output], self.constants)
        return helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=9)


def main():
    from onnxruntime.quantization import QuantType, quantize_dynamic
    from onnxruntime.transformers import optimizer

    teacher, output = sys.argv[1:]
    plain, full, small = (os.path.join(output, name) for name in ["plain.onnx", "full.onnx", "int8.onnx"])
    onnx.save(Graph(weights(os.path.join(teacher, "model.safetensors"))).model(), plain)
    optimizer.optimize_model(plain, model_type="bert", num_heads=HEADS, hidden_size=WIDTH, opt_level=0).save_model_to_file(full)
    quantize_dynamic(full, small, weight_type=QuantType.QInt8, extra_options={"DefaultTensorType": TensorProto.FLOAT})
    os.remove(plain)


main()
