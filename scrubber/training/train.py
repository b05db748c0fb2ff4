"""Trains the taggers' networks: ``make train``, or ``python -m scrubber.training.train [NUMBER [DOCUMENTS]]``. One core, twenty-five minutes each.

Each network learns from other documents of the same generator and from another start; what one of them misreads by accident the others
seldom misread too, so their mean is steadier than any of them. Needs ``requirements-training.lock``; the product does not.
"""

from __future__ import annotations

import hashlib
import os
import sys
import time
from collections.abc import Iterator
from functools import partial
from pathlib import Path

# one thread adds up in the same order every time
os.environ["XLA_FLAGS"] = "--xla_cpu_multi_thread_eigen=false intra_op_parallelism_threads=1"

import jax
import jax.numpy as jnp
import numpy as np
import optax
from numpy.typing import NDArray

from scrubber.network import CASINGS, LABELS, LEAST_SQUARE, SMOOTHED, STEPS, save
from scrubber.training.examples import Examples
from scrubber.training.notes import corpus

FOLDER = Path(__file__).parent.parent / "model"
#: one network for each
SEEDS = (20261, 20262)
DOCUMENTS, EPOCHS = 60_000, 5
#: numbers in a word's vector, and in what the layers make of it
VECTOR, WIDTH = 64, 128
#: words in a row of a batch, rows, and blank words between two documents
ROW, ROWS, GAP = 256, 16, 14
#: shares hidden while learning: of features, of words as such, of the numbers of a vector and of the last layer
NO_FEATURE, NO_WORD, NO_VECTOR, NO_LAST = 0.12, 0.15, 0.15, 0.3
RATE, DECAY, WARM_UP = 3e-3, 1e-2, 200
#: what is kept is a running mean of the weights
KEPT = 0.998

Parameters = dict[str, jax.Array]
Batch = tuple[NDArray, NDArray, NDArray, NDArray, NDArray]


def start(key: jax.Array, names: int) -> Parameters:
    """Random weights for that many features."""
    keys = iter(jax.random.split(key, 2 * len(STEPS) + 5))
    drawn = {
        "vectors": jax.random.normal(next(keys), (names + 1, VECTOR)) * 0.1,
        "casing": jax.random.normal(next(keys), (len(CASINGS), VECTOR)) * 0.1,
        "glued": jax.random.normal(next(keys), (2, VECTOR)) * 0.1,
        "weight.0": jax.random.normal(next(keys), (VECTOR, WIDTH)) * VECTOR**-0.5,
        "bias.0": jnp.zeros(WIDTH),
        "weight.last": jax.random.normal(next(keys), (WIDTH, len(LABELS))) * WIDTH**-0.5,
        "bias.last": jnp.zeros(len(LABELS)),
    }
    for layer, _step in enumerate(STEPS, 1):
        drawn[f"near.{layer}"] = jax.random.normal(next(keys), (3, WIDTH)) * 0.6
        drawn[f"weight.{layer}"] = jax.random.normal(next(keys), (WIDTH, WIDTH)) * WIDTH**-0.5
        drawn[f"bias.{layer}"] = jnp.zeros(WIDTH)
    return drawn


def _hidden(key: jax.Array, share: float, values: jax.Array) -> jax.Array:
    return values * jax.random.bernoulli(key, 1 - share, values.shape) / (1 - share)


def scores(weights: Parameters, batch: Batch, key: jax.Array) -> jax.Array:
    """What :class:`scrubber.network.Networks` computes, for a batch (rows x words x labels), with parts hidden at random."""
    of_features, of_words, of_vectors, of_last = jax.random.split(key, 4)
    numbers, _labels, glued, casing, counts = batch
    is_word = counts[..., None]  # between documents there is nothing, as around a text that is read
    shown: jax.Array = jax.random.bernoulli(of_features, 1 - NO_FEATURE, numbers.shape).astype(jnp.float32)
    shown *= numbers > 0
    words = jax.random.bernoulli(of_words, 1 - NO_WORD, numbers.shape[:2])
    shown = shown.at[:, :, 0].multiply(words.astype(jnp.float32))
    vectors = (weights["vectors"][numbers] * shown[..., None]).sum(2)
    inputs = _hidden(of_vectors, NO_VECTOR, vectors + weights["casing"][casing] + weights["glued"][glued])
    state = jax.nn.relu(inputs @ weights["weight.0"] + weights["bias.0"]) * is_word
    for layer, step in enumerate(STEPS, 1):
        before = jnp.pad(state, ((0, 0), (step, 0), (0, 0)))[:, :-step]
        behind = jnp.pad(state, ((0, 0), (0, step), (0, 0)))[:, step:]
        near = weights[f"near.{layer}"]
        around = before * near[0] + state * near[1] + behind * near[2]
        state += jax.nn.relu(around @ weights[f"weight.{layer}"] + weights[f"bias.{layer}"])
        state *= jax.lax.rsqrt((state * state).mean(-1, keepdims=True) + LEAST_SQUARE) * is_word
    return _hidden(of_last, NO_LAST, state) @ weights["weight.last"] + weights["bias.last"]


def loss(weights: Parameters, batch: Batch, key: jax.Array) -> jax.Array:
    """Mean cross entropy of the words that count, with smoothed answers."""
    _numbers, labels, _glued, _casing, counts = batch
    wanted = optax.smooth_labels(jax.nn.one_hot(labels, len(LABELS)), SMOOTHED)
    return (optax.softmax_cross_entropy(scores(weights, batch, key), wanted) * counts).sum() / counts.sum()


def rows(examples: Examples, rng: np.random.Generator) -> Iterator[Batch]:
    """The documents one after the other in a new order, cut into rows; a gap of blank words parts two documents."""
    kinds = (np.int32, np.uint8, np.uint8, np.uint8, np.float32)
    parts: tuple[list[NDArray], ...] = ([], [], [], [], [])
    for number in rng.permutation(len(examples.documents)):
        words, labels, glued, casing = examples.documents[number]
        size = len(words)
        for part, values in zip(parts, (words, labels, glued, np.full(size, casing), np.ones(size)), strict=True):
            part += [values, np.full(GAP, -1 if values is words else 0)]
    whole = [np.concatenate(part).astype(kind) for part, kind in zip(parts, kinds, strict=True)]
    for first in range(0, len(whole[0]) - ROW + 1, ROW):
        words, labels, glued, casing, counts = (part[first : first + ROW] for part in whole)
        yield np.where(words[:, None] >= 0, examples.features[words], 0), labels, glued, casing, counts


def batches(examples: Examples, rng: np.random.Generator) -> Iterator[Batch]:
    """Batches without end: the documents again and again."""
    waiting: list[Batch] = []
    while True:
        for row in rows(examples, rng):
            waiting.append(row)
            if len(waiting) == ROWS:
                numbers, labels, glued, casing, counts = (np.stack(part) for part in zip(*waiting, strict=True))
                yield numbers, labels, glued, casing, counts
                waiting = []


def train(seed: int, count: int, path: Path) -> None:
    """Trains on ``count`` documents of the training half, and prints the network's hash."""
    started = time.time()
    examples = Examples(corpus(seed, count, test=False))
    total = sum(len(document.words) + GAP for document in examples.documents)
    print(f"{total} words, {len(examples.names)} features, {time.time() - started:.0f} s", flush=True)
    steps = EPOCHS * total // (ROW * ROWS)
    rates = optax.warmup_cosine_decay_schedule(1e-4, RATE, WARM_UP, steps, 1e-5)
    optimizer = optax.chain(optax.clip_by_global_norm(1.0), optax.adamw(rates, weight_decay=DECAY))
    weights = mean = start(jax.random.key(seed), len(examples.names))
    state = optimizer.init(weights)

    def step(
        weights: Parameters, state: optax.OptState, mean: Parameters, batch: Batch, key: jax.Array
    ) -> tuple[Parameters, optax.OptState, Parameters, jax.Array]:
        value, slope = jax.value_and_grad(loss)(weights, batch, key)
        updates, state = optimizer.update(slope, state, weights)
        weights = optax.apply_updates(weights, updates)
        return weights, state, optax.incremental_update(weights, mean, 1 - KEPT), value

    compiled = jax.jit(step)
    fold = partial(jax.random.fold_in, jax.random.key(seed + 1))
    for number, batch in zip(range(steps), batches(examples, np.random.default_rng(seed)), strict=False):
        weights, state, mean, value = compiled(weights, state, mean, batch, fold(number))
        if number % 200 == 0:
            print(f"{number} of {steps}: {float(value):.4f}, {time.time() - started:.0f} s", flush=True)
    save(path, _stored(mean), examples.names)
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    print(f"{path.name} {path.stat().st_size} bytes, {time.time() - started:.0f} s, sha256 {digest}", flush=True)


def _stored(weights: Parameters) -> dict[str, NDArray]:
    """As they are written: vectors in eight bits with a scale for each, the rest in sixteen."""
    vectors = np.asarray(weights["vectors"])
    scales = np.maximum(np.abs(vectors).max(axis=1), 1e-8) / 127
    kept = {key: np.asarray(value, np.float16) for key, value in weights.items() if key != "vectors"}
    return kept | {"vectors": np.round(vectors / scales[:, None]).astype(np.int8), "scales": scales.astype(np.float32)}


def main(numbers: tuple[int, ...], count: int) -> None:
    """Trains the networks of these numbers, counted from 1."""
    for number in numbers:
        train(SEEDS[number - 1], count, FOLDER / f"tagger-{number}.network")


if __name__ == "__main__":
    asked = [int(argument) for argument in sys.argv[1:]]
    main(tuple(asked[:1]) or tuple(range(1, len(SEEDS) + 1)), asked[1] if len(asked) > 1 else DOCUMENTS)
