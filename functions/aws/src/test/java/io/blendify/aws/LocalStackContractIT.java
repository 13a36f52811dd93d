package io.blendify.aws;

import org.junit.jupiter.api.Nested;

class LocalStackContractIT {

  @Nested
  class Queues extends QueueContract {
    @Override
    public Backend backend() {
      return Backend.LOCALSTACK;
    }
  }

  @Nested
  class Secrets extends SecretsContract {
    @Override
    public Backend backend() {
      return Backend.LOCALSTACK;
    }
  }
}
