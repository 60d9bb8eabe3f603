/** From why a sign-in with a provider failed to the message that says so. */
const problems = {
    denied: 'providerDenied',
    'email-not-verified': 'providerEmail',
    'account-not-verified': 'providerAccount',
    'not-allowed': 'notVerified',
    unavailable: 'providerAway',
} as const;

type ProviderProblem = (typeof problems)[keyof typeof problems] | 'providerFailed';

/**
 * @param given - What an address says, so anything.
 * @returns the message, by its name; nothing when nothing went wrong.
 */
export function providerProblem(given: string | string[] | undefined): ProviderProblem | undefined {
    if (given === undefined) {
        return undefined;
    }
    return typeof given === 'string' && Object.hasOwn(problems, given)
        ? problems[given as keyof typeof problems]
        : 'providerFailed';
}
