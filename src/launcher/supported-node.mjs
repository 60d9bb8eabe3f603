/** Oldest Node that runs the platform: 20.19 can `require` ES modules, which the Dashboard's tooling needs. */
var oldestMajor = 20;
var oldestMinor = 19;

/**
 * What is wrong with this version of Node, as a message for a person, or nothing.
 *
 * @param {string} version - As in `process.versions.node`.
 * @returns {string | undefined}
 */
export function nodeProblem(version) {
    var parts = version.split('.').map(Number);
    var major = parts[0] || 0;
    var minor = parts[1] || 0;
    if (major > oldestMajor || (major === oldestMajor && minor >= oldestMinor)) {
        return undefined;
    }
    return (
        "Can't start: this is Node " +
        version +
        ', and ' +
        oldestMajor +
        '.' +
        oldestMinor +
        ' or later is needed. Install a current Node from https://nodejs.org, or with a version manager: nvm install 22'
    );
}
