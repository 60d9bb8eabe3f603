/** Roles out of the box. */
export interface RolesOptions {
    /**
     * Permissions that a standard role has besides its own, by its code: those of other plugins, say. Counts when the
     * role is made.
     *
     * @default none
     * @example { support: ['EfiReviewFraud'] }
     */
    additional?: Readonly<Record<string, readonly string[]>>;
}
