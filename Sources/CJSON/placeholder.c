/* Placeholder */
typedef int placeholder_CJSON;
