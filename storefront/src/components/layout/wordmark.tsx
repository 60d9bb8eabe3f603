import { brand } from '@/lib/brand';

/** The shop's name as it stands at the top and the bottom of each page. */
export function Wordmark() {
    return (
        <>
            {brand.name}
            <span className="text-sale">.</span>
        </>
    );
}
