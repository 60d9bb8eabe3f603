/** In milliseconds: scripts that wait for a paint which does not come begin all the same. */
const PATIENCE = 3_000;

/**
 * Stands in a page before its first script, in words that browsers of ten years ago understand, and uses what newer ones
 * have only where they tell of paints. It defines `efiLater(addresses)`, by which scripts begin once the page and its
 * large pictures have been painted; at once when somebody does something, when nobody looks, or when the paint does not
 * come. A script begins as its tag would have it, in the head, with the nonce, but after those before it: the last one,
 * which is small, runs the page's code, and the browser can do something else between the large ones and that.
 */
export const beginAfterPaint = `
(function () {
    var waiting = [], begun = false, nonce = document.currentScript.nonce;
    function load(address) {
        var script = document.createElement('script');
        script.src = address;
        script.async = false;
        script.nonce = nonce;
        document.head.appendChild(script);
    }
    function begin() {
        if (!begun) {
            begun = true;
            waiting.forEach(load);
        }
    }
    function afterNextPaint() {
        requestAnimationFrame(function () { requestAnimationFrame(begin); });
    }
    function afterPictures() {
        var pictures = [].slice.call(document.querySelectorAll('img[fetchpriority=high]'));
        Promise.all(pictures.map(function (picture) {
            return picture.decode().catch(function () {});
        })).then(afterNextPaint);
    }
    window.efiLater = function (addresses) {
        if (begun) {
            addresses.forEach(load);
        } else {
            waiting = waiting.concat(addresses);
        }
    };
    setTimeout(begin, ${PATIENCE});
    ['pointerdown', 'keydown', 'touchstart', 'focusin', 'visibilitychange'].forEach(function (name) {
        document.addEventListener(name, begin, true);
    });
    if (document.visibilityState === 'hidden') {
        begin();
        return;
    }
    try {
        new PerformanceObserver(function (list) {
            if (list.getEntriesByName('first-contentful-paint').length > 0) {
                afterPictures();
            }
        }).observe({ type: 'paint', buffered: true });
    } catch (error) {
        afterNextPaint();
    }
})();
`.replace(/\n\s*/g, '');
