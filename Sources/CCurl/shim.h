#pragma once

#include <curl/curl.h>

/* libcurl sets and reads its options through variadic functions, which Swift cannot call. Each function here passes one
   kind of argument, so the compiler checks what the variadic call would not. */

/* The flags of the default start are a macro built of macros, which Swift cannot see. */
static inline CURLcode ccurl_start_library(void) {
    return curl_global_init(CURL_GLOBAL_DEFAULT);
}

/* Switches, counts and times in milliseconds: options documented as `long`. */
static inline CURLcode ccurl_set_long(CURL *easy, CURLoption option, long value) {
    return (curl_easy_setopt)(easy, option, value);
}

/* Sizes, which may pass 2 GiB: options documented as `curl_off_t`. */
static inline CURLcode ccurl_set_size(CURL *easy, CURLoption option, curl_off_t value) {
    return (curl_easy_setopt)(easy, option, value);
}

/* Texts that libcurl copies: URL, user agent, method, protocols. NULL takes the option back. */
static inline CURLcode ccurl_set_string(CURL *easy, CURLoption option, const char *value) {
    return (curl_easy_setopt)(easy, option, value);
}

/* A request body; its size is set before, since it may hold zero bytes. */
static inline CURLcode ccurl_set_bytes(CURL *easy, CURLoption option, const void *value) {
    return (curl_easy_setopt)(easy, option, value);
}

/* A list of header lines, which libcurl does not copy: it outlives the transfer. */
static inline CURLcode ccurl_set_list(CURL *easy, CURLoption option, struct curl_slist *value) {
    return (curl_easy_setopt)(easy, option, value);
}

/* What a callback is handed back, or where libcurl writes its error text. */
static inline CURLcode ccurl_set_object(CURL *easy, CURLoption option, void *value) {
    return (curl_easy_setopt)(easy, option, value);
}

/* A function that takes body bytes or header lines as they arrive. */
typedef size_t (*ccurl_sink)(char *bytes, size_t size, size_t count, void *object);

static inline CURLcode ccurl_set_sink(CURL *easy, CURLoption option, ccurl_sink sink) {
    return (curl_easy_setopt)(easy, option, sink);
}

/* A function asked right before a request goes out on a connection. */
typedef int (*ccurl_gate)(void *object, char *remote, char *local, int remote_port, int local_port);

static inline CURLcode ccurl_set_gate(CURL *easy, ccurl_gate gate) {
    return (curl_easy_setopt)(easy, CURLOPT_PREREQFUNCTION, gate);
}

/* Facts of a transfer that are `long`: status, bytes sent, HTTP version. */
static inline CURLcode ccurl_get_long(CURL *easy, CURLINFO info, long *value) {
    return (curl_easy_getinfo)(easy, info, value);
}

/* The object that was set as CURLOPT_PRIVATE. */
static inline CURLcode ccurl_get_object(CURL *easy, void **value) {
    return (curl_easy_getinfo)(easy, CURLINFO_PRIVATE, value);
}

/* Limits of a multi handle. */
static inline CURLMcode ccurl_multi_set_long(CURLM *multi, CURLMoption option, long value) {
    return (curl_multi_setopt)(multi, option, value);
}
