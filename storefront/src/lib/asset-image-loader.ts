/**
 * Asks Vendure's asset server for a WebP of the needed width, so that images are resized once, there, and kept.
 * Next.js calls it with widths from its own short list, which bounds how many sizes are made.
 */
export default function assetImageLoader({ src, width }: { src: string; width: number }): string {
    const url = new URL(src);
    url.searchParams.set('w', String(width));
    url.searchParams.set('format', 'webp');
    return url.toString();
}
