"""Files for tests, made here so that nothing real is ever stored."""

from pathlib import Path

from PIL import Image, ImageDraw, PngImagePlugin


def png_with_metadata(path: Path) -> Path:
    """A picture without text in it whose metadata holds a synthetic name."""
    image = Image.new("RGB", (320, 240), (30, 30, 30))
    draw = ImageDraw.Draw(image)
    draw.ellipse((60, 40, 260, 200), fill=(190, 90, 40))
    draw.ellipse((190, 100, 220, 130), fill=(240, 220, 160))
    information = PngImagePlugin.PngInfo()
    information.add_text("Comment", "Patient SMITH JOHN 1950-01-02")
    image.save(path, pnginfo=information)
    return path
