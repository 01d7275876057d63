/** Of WordPress's global `wp`, what the sidebar uses. */
declare const wp: {
  element: {
    createElement(type: unknown, props?: object | null, ...children: unknown[]): unknown;
    Fragment: unknown;
    useEffect(effect: () => void | (() => void), on: unknown[]): void;
    useRef<T>(start: T): { current: T };
    useState<T>(start: T): [T, (next: T) => void];
  };
  components: { PanelBody: unknown; ToggleControl: unknown };
  plugins: { registerPlugin(name: string, settings: { icon: string; render: () => unknown }): void };
  editPost: Sidebars;
  editor: Partial<Sidebars>;
  i18n: { __(text: string, domain: string): string };
  data: {
    subscribe(told: () => void): () => void;
    select(store: 'core/editor'): { getEditedPostAttribute(name: 'title' | 'date'): unknown; getEditorMode?(): string; getDeviceType?(): string };
    select(store: 'core/edit-post'): { getEditorMode(): string; __experimentalGetPreviewDeviceType(): string };
    select(store: 'core/block-editor'): { getBlocks(): unknown };
    dispatch(store: 'core/block-editor'): { selectBlock(id: string, position: null): void };
  };
};

interface Sidebars {
  PluginSidebar: unknown;
  PluginSidebarMoreMenuItem: unknown;
}
