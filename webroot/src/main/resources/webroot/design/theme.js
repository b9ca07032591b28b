// Runs before the first paint, so that a stored colour scheme never flashes.
(() => {
    try {
        const stored = localStorage.getItem('ecamazon.theme');
        if (stored === 'light' || stored === 'dark') {
            document.documentElement.dataset.theme = stored;
        }
    } catch {
        // Without storage the system's preference holds.
    }
})();
