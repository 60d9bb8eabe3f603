import type { WaitingItem } from './waiting';

const name = 'efi:held-back';

/**
 * Asks whoever works on this page without the shop to keep what was meant for the cart.
 *
 * @returns Whether it is kept.
 */
export function holdBack(item: WaitingItem): boolean {
    return !window.dispatchEvent(new CustomEvent(name, { detail: item, cancelable: true }));
}

/**
 * Has `keep` called with what is to be kept. It is not, when that throws.
 *
 * @returns What ends that.
 */
export function onHeldBack(keep: (item: WaitingItem) => void): () => void {
    const listener = (event: Event) => {
        keep((event as CustomEvent<WaitingItem>).detail);
        event.preventDefault();
    };
    window.addEventListener(name, listener);
    return () => window.removeEventListener(name, listener);
}
