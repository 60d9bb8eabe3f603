import { Check, Menu, Search, ShoppingBag, X, ZoomIn, type LucideIcon } from 'lucide-react';
import type { IconName } from './icon';

const drawings: Readonly<Record<IconName, LucideIcon>> = {
    bag: ShoppingBag,
    check: Check,
    close: X,
    menu: Menu,
    search: Search,
    zoom: ZoomIn,
};

/** The drawings of `Icon`, invisible by themselves. */
export function IconSprite() {
    return (
        <svg width="0" height="0" aria-hidden className="absolute">
            {Object.entries(drawings).map(([name, Drawing]) => (
                <symbol key={name} id={`icon-${name}`} viewBox="0 0 24 24">
                    <Drawing strokeWidth={1.8} />
                </symbol>
            ))}
        </svg>
    );
}
