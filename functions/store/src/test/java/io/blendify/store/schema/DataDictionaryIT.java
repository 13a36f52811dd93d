package io.blendify.store.schema;

import static org.assertj.core.api.Assertions.assertThat;

import io.blendify.store.TestDatabase;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

/** {@code -Dtest=DataDictionaryIT -Dschema.readme=write} writes the generated part anew. */
class DataDictionaryIT {

  @Test
  void theReadmeSaysWhatTheDatabaseSays() throws Exception {
    var readme = Files.readString(DataDictionary.README);
    var introduction =
        readme.substring(0, readme.indexOf(DataDictionary.FROM_HERE)) + DataDictionary.FROM_HERE;
    try (var database = TestDatabase.fresh();
        var owner = database.asOwner()) {
      var current = introduction + DataDictionary.of(owner);
      if ("write".equals(System.getProperty("schema.readme"))) {
        Files.writeString(DataDictionary.README, current);
      }
      assertThat(Files.readString(DataDictionary.README))
          .as("write it anew with -Dtest=DataDictionaryIT -Dschema.readme=write")
          .isEqualTo(current);
    }
  }
}
