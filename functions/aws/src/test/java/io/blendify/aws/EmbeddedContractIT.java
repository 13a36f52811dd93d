package io.blendify.aws;

import org.junit.jupiter.api.Nested;

class EmbeddedContractIT {

  @Nested
  class Queues extends QueueContract {
    @Override
    public Backend backend() {
      return Backend.EMBEDDED;
    }
  }

  @Nested
  class Secrets extends SecretsContract {
    @Override
    public Backend backend() {
      return Backend.EMBEDDED;
    }
  }
}
