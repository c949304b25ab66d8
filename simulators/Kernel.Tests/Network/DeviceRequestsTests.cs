using PairingLab.Kernel.Network;
using PairingLab.Kernel.Time;

namespace PairingLab.Kernel.Tests.Network;

/// <summary>What is said of a request that went wrong: nobody awaits it, so the error output is all there is.</summary>
public sealed class DeviceRequestsTests : IDisposable
{
    private readonly SteppedClock _clock = new();
    private readonly TextWriter _before = Console.Error;
    private readonly StringWriter _said = new();
    private readonly TaskCompletionSource _onItsWay = new();
    private readonly DeviceRequests _requests;

    public DeviceRequestsTests()
    {
        _requests = new(new Cables(_clock, 1).Lay("payment-77"), _clock);
        Console.SetError(TextWriter.Synchronized(_said));
    }

    [Fact]
    public async Task One_that_finds_its_connection_gone_with_the_power_ends_in_silence()
    {
        _requests.Send("look", null, default, FindNothingAsync);
        _requests.Dispose();
        await EndAsync();
        _said.ToString().ShouldNotContain("payment-77: look");
    }

    [Fact]
    public async Task With_the_power_on_the_same_is_a_bug_and_is_said()
    {
        _requests.Send("look", null, default, FindNothingAsync);
        await EndAsync();
        _said.ToString().ShouldContain("payment-77: look: System.ObjectDisposedException");
    }

    public void Dispose()
    {
        Console.SetError(_before);
        _requests.Dispose();
    }

    private async Task FindNothingAsync(CancellationToken cancel)
    {
        await _onItsWay.Task;
        throw new ObjectDisposedException("the connection");
    }

    // A stepped clock goes on when every request has come home.
    private async Task EndAsync()
    {
        _onItsWay.SetResult();
        await _clock.AdvanceAsync(TimeSpan.FromSeconds(1));
    }
}
