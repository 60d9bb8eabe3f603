const name = 'efi:added-to-cart';

/** Says on this page that something was put into the cart. */
export function announceAdded(): void {
    window.dispatchEvent(new Event(name));
}

/**
 * Has `listener` called after each time that something was put into the cart.
 *
 * @returns What ends that.
 */
export function onAdded(listener: () => void): () => void {
    window.addEventListener(name, listener);
    return () => window.removeEventListener(name, listener);
}
