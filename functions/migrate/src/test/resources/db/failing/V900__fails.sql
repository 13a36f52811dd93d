SELECT no_such_function('of the tests');
