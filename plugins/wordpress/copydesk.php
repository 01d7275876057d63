<?php
/**
 * Plugin Name:       Copydesk
 * Description:       Who said what, every figure and every name, beside the article in the block editor. Reads in the browser; no text leaves it.
 * Version:           0.1.0
 * Requires at least: 6.1
 * Requires PHP:      7.4
 * Author:            The Copydesk authors
 * License:           GPL-2.0-or-later
 * License URI:       https://www.gnu.org/licenses/gpl-2.0.html
 * Text Domain:       copydesk
 *
 * The plugin may be used under the GPL, version 2 or later, or like the rest of Copydesk under MIT or Apache-2.0.
 *
 * @package Copydesk
 */

namespace Copydesk;

defined( 'ABSPATH' ) || exit;

const HANDLE = 'copydesk';

/** The editor's own packages that the sidebar is made with. */
const NEEDS = array( 'wp-block-editor', 'wp-components', 'wp-data', 'wp-edit-post', 'wp-editor', 'wp-element', 'wp-i18n', 'wp-plugins' );

/** Adds the sidebar to the post editor, and to no other block editor (widgets, site). */
function enqueue(): void {
	$screen = get_current_screen();
	if ( null === $screen || 'post' !== $screen->base ) {
		return;
	}
	$version = get_file_data( __FILE__, array( 'Version' ) )[0];
	wp_enqueue_script( HANDLE, plugins_url( 'editor/index.js', __FILE__ ), NEEDS, $version, true );
	wp_set_script_translations( HANDLE, 'copydesk' );
	wp_enqueue_style( HANDLE, plugins_url( 'panel/panel.css', __FILE__ ), array(), $version );
}
add_action( 'enqueue_block_editor_assets', __NAMESPACE__ . '\enqueue' );

/**
 * The sidebar's script is a module. (Script modules of WordPress 6.5 can't depend on the editor's packages.)
 *
 * @param string $tag    The script element, and inline scripts about it.
 * @param string $handle Its handle.
 */
function as_module( string $tag, string $handle ): string {
	if ( HANDLE !== $handle ) {
		return $tag;
	}
	return preg_replace( '/<script(?: type=([\'"])text\/javascript\1)?(?=[^>]*\ssrc=)/', '<script type="module"', $tag );
}
add_filter( 'script_loader_tag', __NAMESPACE__ . '\as_module', 10, 2 );
