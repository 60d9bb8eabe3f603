import type { CaptureMode } from '../domain/payment-intent';

/** How an administrator set up a payment method that goes through gateways. */
export interface GatewayMethodSettings {
    /** Names, in the order in which they are tried. */
    readonly gateways: readonly string[];
    readonly captureMode: CaptureMode;
}
