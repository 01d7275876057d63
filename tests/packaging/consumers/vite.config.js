// Vite's development server would move the package's code away from its module.
export default { optimizeDeps: { exclude: ['copydesk'] }, logLevel: 'warn' };
