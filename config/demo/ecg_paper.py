"""Draws simulated twelve-lead electrocardiograms on millimetre paper. For developers, see make_pictures.py.

The beats come from NeuroKit2's ECGSYN model (McSharry et al. 2003), one amplitude of P, Q, R, S and T per lead, so
that a pattern can be told: low voltage, S1Q3T3, deep T inversion, alternans. Nothing was recorded from a person.
"""

from dataclasses import dataclass, field
from itertools import pairwise

import neurokit2 as nk
import numpy as np
from neurokit2.ecg.ecg_simulate import _ecg_simulate_ecgsyn
from PIL import Image, ImageDraw, ImageFont

LEADS = ["I", "II", "III", "aVR", "aVL", "aVF", "V1", "V2", "V3", "V4", "V5", "V6"]
ROWS = [["I", "aVR", "V1", "V4"], ["II", "aVL", "V2", "V5"], ["III", "aVF", "V3", "V6"]]
RATE = 500  # samples per second
PIXELS_PER_MM = 4
SECONDS_PER_STRIP, MM_PER_SECOND, MM_PER_MV = 2.5, 25, 10
PAPER, FINE, COARSE, INK = (255, 250, 247), (250, 222, 216), (240, 178, 168), (25, 25, 35)

# Amplitudes of P, Q, R, S, T in millivolts in a healthy adult, by lead.
HEALTHY = {
    "I": [0.10, -0.05, 0.80, -0.10, 0.22],
    "II": [0.16, -0.08, 1.20, -0.15, 0.32],
    "III": [0.07, -0.06, 0.50, -0.12, 0.10],
    "aVR": [-0.12, 0.05, -0.95, 0.10, -0.26],
    "aVL": [0.03, -0.04, 0.35, -0.10, 0.08],
    "aVF": [0.11, -0.06, 0.85, -0.12, 0.20],
    "V1": [0.05, 0.00, 0.25, -0.90, -0.05],
    "V2": [0.08, 0.00, 0.50, -1.30, 0.40],
    "V3": [0.08, 0.00, 0.80, -0.90, 0.45],
    "V4": [0.09, -0.06, 1.30, -0.50, 0.42],
    "V5": [0.09, -0.10, 1.30, -0.25, 0.36],
    "V6": [0.09, -0.10, 1.00, -0.12, 0.28],
}


@dataclass(frozen=True)
class Pattern:
    """How a tracing differs from a healthy one.

    `leads` replaces the five amplitudes (mV) of a lead; `scale` multiplies all; `alternans` is the share by which every
    second beat is smaller; `t_angle` moves the T wave (degrees, 100 is usual, more makes QT longer).
    """

    heart_rate: int
    leads: dict[str, list[float]] = field(default_factory=dict)
    scale: float = 1.0
    alternans: float = 0.0
    t_angle: float = 100.0
    seed: int = 1


def tracing(pattern: Pattern) -> dict[str, np.ndarray]:
    """Ten seconds of twelve leads in millivolts."""
    amplitudes = HEALTHY | pattern.leads
    # Each wave alone, with unit height, so that a lead is a sum of five known waves.
    waves = []
    for wave in range(5):
        gamma = np.zeros((1, 5))
        gamma[0, wave] = 1
        signals, _ = _ecg_simulate_ecgsyn(
            sfecg=RATE,
            sfint=RATE,
            N=int(14 * pattern.heart_rate / 60),
            hrmean=pattern.heart_rate,
            hrstd=1,
            ti=(-70, -15, 0, 15, pattern.t_angle),
            ai=(1.2, 5, 30, 7.5, 0.75),
            gamma=gamma,
            rng=np.random.default_rng(pattern.seed),
        )
        alone = np.asarray(signals[0])[RATE : RATE * 11]
        alone = alone - np.median(alone)
        waves.append(alone / np.max(np.abs(alone)))
    noise = np.random.default_rng(pattern.seed + 1)
    beat = _beat_envelope(waves[2], pattern.alternans)
    return {
        lead: pattern.scale * beat * sum(a * wave for a, wave in zip(amplitudes[lead], waves, strict=True))
        + noise.normal(0, 0.008, RATE * 10)
        for lead in LEADS
    }


def _beat_envelope(r_wave: np.ndarray, alternans: float) -> np.ndarray:
    envelope = np.ones_like(r_wave)
    if not alternans:
        return envelope
    peaks = nk.signal_findpeaks(r_wave, height_min=0.5)["Peaks"]
    edges = [0, *((peaks[1:] + peaks[:-1]) // 2), len(r_wave)]
    for number, (start, end) in enumerate(pairwise(edges)):
        envelope[start:end] = 1 - alternans * (number % 2)
    return envelope


def draw(pattern: Pattern, *, header: str = "") -> Image.Image:
    """Three rows of four leads and a rhythm strip of lead II, 25 mm/s and 10 mm/mV. `header` is printed on top."""
    signals = tracing(pattern)
    width_mm, row_mm, top_mm = 262, 34, 14
    image = Image.new("RGB", (width_mm * PIXELS_PER_MM, (top_mm + 4 * row_mm + 6) * PIXELS_PER_MM), PAPER)
    pen = ImageDraw.Draw(image)
    _grid(pen, image.size)
    font = ImageFont.load_default(size=18)
    for row, names in enumerate(ROWS):
        for column, lead in enumerate(names):
            start = int(column * SECONDS_PER_STRIP * RATE)
            piece = signals[lead][start : start + int(SECONDS_PER_STRIP * RATE)]
            x = 6 + column * SECONDS_PER_STRIP * MM_PER_SECOND
            _strip(pen, piece, x_mm=x, y_mm=top_mm + row_mm * (row + 0.6))
            pen.text(((x + 1) * PIXELS_PER_MM, (top_mm + row_mm * row + 1) * PIXELS_PER_MM), lead, INK, font)
    _strip(pen, signals["II"], x_mm=6, y_mm=top_mm + row_mm * 3.6)
    pen.text((7 * PIXELS_PER_MM, (top_mm + row_mm * 3 + 1) * PIXELS_PER_MM), "II", INK, font)
    pen.text((190 * PIXELS_PER_MM, 3 * PIXELS_PER_MM), "25 mm/s  10 mm/mV", INK, font)
    if header:
        pen.text((6 * PIXELS_PER_MM, 3 * PIXELS_PER_MM), header, INK, ImageFont.load_default(size=22))
    return image.quantize(colors=16, method=Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE)


def _grid(pen: ImageDraw.ImageDraw, size: tuple[int, int]) -> None:
    for step, colour in ((1, FINE), (5, COARSE)):
        for x in range(0, size[0], step * PIXELS_PER_MM):
            pen.line([(x, 0), (x, size[1])], colour)
        for y in range(0, size[1], step * PIXELS_PER_MM):
            pen.line([(0, y), (size[0], y)], colour)


def _strip(pen: ImageDraw.ImageDraw, millivolts: np.ndarray, *, x_mm: float, y_mm: float) -> None:
    x = x_mm + np.arange(len(millivolts)) / RATE * MM_PER_SECOND
    y = y_mm - millivolts * MM_PER_MV
    pen.line([(a * PIXELS_PER_MM, b * PIXELS_PER_MM) for a, b in zip(x, y, strict=True)], INK, width=2)
