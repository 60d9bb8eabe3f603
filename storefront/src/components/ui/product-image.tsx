import { classes } from '@/lib/classes';
import { assetImage, assetImageSet } from '@/lib/asset-image';

interface Props {
    /** Address of the asset's preview, as the Shop API gives it. */
    readonly src: string | undefined;
    readonly alt: string;
    /** How wide it is shown, in the terms of the `sizes` attribute. */
    readonly sizes: string;
    /** How wide it is ever shown, in pixels of the sharpest screens. Default: as wide as pictures are made. */
    readonly widest?: number;
    readonly className?: string;
    /**
     * `first`: the picture that fills the first screen, asked for before all else. `early`: others in sight at once.
     * Default: when it comes near.
     */
    readonly comes?: 'first' | 'early';
}

/** Fills its parent, which says the proportions. Without a picture there is a calm empty field. */
export function ProductImage({ src, alt, sizes, widest, className, comes }: Props) {
    if (!src) {
        return <span className={classes('absolute inset-0 bg-surface', className)} />;
    }
    return (
        <img
            alt={alt}
            // Before the address: once that is set, some browsers load it, however far away or small.
            loading={comes ? 'eager' : 'lazy'}
            fetchPriority={comes === 'first' ? 'high' : undefined}
            decoding="async"
            sizes={sizes}
            srcSet={assetImageSet(src, widest)}
            src={assetImage(src, 480)}
            className={classes('absolute inset-0 size-full object-cover', className)}
        />
    );
}
