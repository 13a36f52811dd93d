package io.blendify.aws;

import org.junit.jupiter.api.Nested;

class EndpointContractIT {

  @Nested
  class Queues extends QueueContract {
    @Override
    public Backend backend() {
      return Backend.ENDPOINT;
    }
  }

  @Nested
  class Secrets extends SecretsContract {
    @Override
    public Backend backend() {
      return Backend.ENDPOINT;
    }
  }
}
