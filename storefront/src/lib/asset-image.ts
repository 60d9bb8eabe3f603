/** How wide pictures are made, in pixels: few enough that each is made once and kept. */
const widths = [96, 160, 320, 480, 640, 828, 1080, 1440, 1920];

/**
 * Address of a picture as WebP of the given width: the server's asset plugin resizes and converts it once and keeps it.
 *
 * @param preview - As the Shop API gives it.
 */
export function assetImage(preview: string, width: number): string {
    const url = new URL(preview);
    url.searchParams.set('w', String(width));
    url.searchParams.set('format', 'webp');
    return url.toString();
}

/** The picture in every width, in the terms of the `srcset` attribute. */
export function assetImageSet(preview: string): string {
    return widths.map(width => `${assetImage(preview, width)} ${width}w`).join(', ');
}
