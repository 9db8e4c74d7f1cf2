/* Placeholder */
typedef int placeholder_CTerminal;
