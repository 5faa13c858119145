// A rendering thread that ends while it starts, without a word.

process.exit(7);
