/* Placeholder */
typedef int placeholder_CZstd;
