import { clsx } from 'clsx';
import Image from 'next/image';

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
        <Image
            src={src}
            alt={alt}
            fill
            sizes={sizes}
            className={clsx('object-cover', className)}
            loading={eager ? 'eager' : 'lazy'}
            fetchPriority={eager ? 'high' : 'auto'}
        />
    );
}
