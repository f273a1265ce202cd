<?php
// WordPress in the folder of its files, installed, with one post: php wordpress.php FOLDER ADDRESS SOCKET CONTENT
// FOLDER has a copy of WordPress and gets its configuration, SOCKET is that of a MariaDB without passwords. Says the
// address of the post.
[, $folder, $address, $socket, $content] = $argv;

(new mysqli('localhost', 'root', '', '', 0, $socket))->query('CREATE DATABASE wordpress');
file_put_contents("$folder/wp-config.php", '<?php' . implode('', array_map(
    fn ($name, $value) => "\ndefine('$name', " . var_export($value, true) . ');',
    ['DB_NAME', 'DB_USER', 'DB_PASSWORD', 'DB_HOST', 'DB_CHARSET', 'DB_COLLATE', 'WP_HOME', 'WP_SITEURL',
        'DISABLE_WP_CRON', 'AUTOMATIC_UPDATER_DISABLED', 'ABSPATH'],
    ['wordpress', 'root', '', "localhost:$socket", 'utf8mb4', '', $address, $address, true, true, "$folder/"],
)) . "\n\$table_prefix = 'wp_';\nrequire ABSPATH . 'wp-settings.php';\n");

$_SERVER['HTTP_HOST'] = substr($address, strlen('http://'));
$_SERVER['SERVER_PROTOCOL'] = 'HTTP/1.1';
define('WP_INSTALLING', true);
require "$folder/wp-load.php";
require ABSPATH . 'wp-admin/includes/upgrade.php';
add_filter('pre_wp_mail', '__return_true'); // The owner of a new site gets a letter.
wp_install('Onderwijsblog', 'redactie', 'redactie@example.org', true, '', 'redactie');
// As the editor keeps what is pasted: an address on a line of its own.
echo get_permalink(wp_insert_post([
    'post_title' => 'Taal geeft kansen',
    'post_content' => $content,
    'post_status' => 'publish',
    'post_author' => 1,
])), "\n";
