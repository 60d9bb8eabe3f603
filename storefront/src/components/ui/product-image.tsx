import { clsx } from 'clsx';
import { assetImage, assetImageSet } from '@/lib/asset-image';

interface Props {
    /** Address of the asset's preview, as the Shop API gives it. */
    readonly src: string | undefined;
    readonly alt: string;
    /** How wide it is shown, in the terms of the `sizes` attribute. */
    readonly sizes: string;
    readonly className?: string;
    /** For the one picture that fills the first screen. */
    readonly eager?: boolean;
}

/** Fills its parent, which says the proportions. Without a picture there is a calm empty field. */
export function ProductImage({ src, alt, sizes, className, eager }: Props) {
    if (!src) {
        return <span className={clsx('absolute inset-0 bg-surface', className)} />;
    }
    return (
        <img
            alt={alt}
            // Before the address: once that is set, some browsers load it, however far away or small.
            loading={eager ? 'eager' : 'lazy'}
            fetchPriority={eager ? 'high' : 'auto'}
            decoding="async"
            sizes={sizes}
            srcSet={assetImageSet(src)}
            src={assetImage(src, 640)}
            className={clsx('absolute inset-0 size-full object-cover', className)}
        />
    );
}
