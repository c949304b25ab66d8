using PairingLab.Kernel.Store;

namespace PairingLab.Kernel.Tests.Store;

public sealed class MemoryStoreTests : LabStoreTests
{
    protected override ILabStore Store { get; } = new MemoryStore();
}
