/* Placeholder */
typedef int placeholder_CZlib;
