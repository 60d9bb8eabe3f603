/** How wide pictures are made, in pixels: few enough that each is made once and kept. */
const widths = [96, 160, 320, 480, 672, 828, 1080, 1440, 1920];

/** Of 100. Nobody tells it from 80, which is a third larger, in a picture that is not looked at closely. */
const QUALITY = 70;

/**
 * Address of a picture as WebP of the given width: the server's asset plugin resizes and converts it once and keeps it.
 *
 * @param preview - As the Shop API gives it.
 */
export function assetImage(preview: string, width: number, quality = QUALITY): string {
    const url = new URL(preview);
    url.searchParams.set('w', String(width));
    url.searchParams.set('format', 'webp');
    url.searchParams.set('q', String(quality));
    return url.toString();
}

/**
 * The picture in every width, in the terms of the `srcset` attribute.
 *
 * @param widest - In pixels. Wider ones are left out: of a picture that is never large they would only make the page so.
 */
export function assetImageSet(preview: string, widest = Infinity): string {
    const made = widths.filter(width => width <= widest);
    return made.map(width => `${assetImage(preview, width)} ${width}w`).join(', ');
}
