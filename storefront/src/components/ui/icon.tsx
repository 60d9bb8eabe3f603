/** What {@link IconSprite} has drawn. */
export type IconName = 'bag' | 'check' | 'close' | 'menu' | 'search' | 'zoom';

interface Props {
    readonly name: IconName;
    /** In CSS pixels. */
    readonly size: number;
}

/**
 * A drawing that stands in the document once, so that no script brings it along. For what every page loads; elsewhere
 * lucide's components are fine.
 */
export function Icon({ name, size }: Props) {
    return (
        <svg width={size} height={size} aria-hidden>
            <use href={`#icon-${name}`} />
        </svg>
    );
}
