/** Registers the sidebar. */
import { element, icon, name, PluginSidebar, PluginSidebarMoreMenuItem } from './host.js';
import { Reading } from './reading.js';
import { strings } from './strings.js';

const { createElement, Fragment, useEffect, useRef, useState } = element;

/** What is in the sidebar while it is open. When it is closed everything is taken back. */
function Sidebar() {
  const host = useRef(/** @type {HTMLElement | null} */ (null));
  const reading = useRef(/** @type {Reading | null} */ (null));
  const [isMarked, setMarked] = useState(true);
  useEffect(() => {
    reading.current = new Reading(/** @type {HTMLElement} */ (host.current));
    return () => reading.current?.dispose();
  }, []);
  useEffect(() => reading.current?.mark(isMarked), [isMarked]);
  return createElement(
    wp.components.PanelBody,
    {},
    createElement(wp.components.ToggleControl, { label: strings.mark, checked: isMarked, onChange: setMarked, __nextHasNoMarginBottom: true }),
    createElement('div', { ref: host }),
  );
}

wp.plugins.registerPlugin(name, {
  icon,
  render: () =>
    createElement(
      Fragment,
      {},
      createElement(PluginSidebarMoreMenuItem, { target: name }, strings.title),
      createElement(PluginSidebar, { name, title: strings.title }, createElement(Sidebar)),
    ),
});
