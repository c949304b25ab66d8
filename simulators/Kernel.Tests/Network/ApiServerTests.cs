using PairingLab.Kernel.Network;

namespace PairingLab.Kernel.Tests.Network;

public sealed class ApiServerTests
{
    [Fact]
    public async Task It_comes_back_on_its_port_which_no_outgoing_connection_is_given()
    {
        await using var server = new ApiServer(_ => { });
        await server.StartAsync();
        var first = server.Port;
        await server.StopAsync();
        await server.StartAsync();

        server.Port.ShouldBe(first);
        first.ShouldBeInRange(20_000, 31_999, "dynamic ports begin at 32768 on Linux");
    }

    [Fact]
    public async Task A_port_that_another_program_has_is_refused_and_found_when_it_is_free_again()
    {
        await using var first = new ApiServer(_ => { });
        await first.StartAsync();
        await using var second = new ApiServer(_ => { }, first.Port);

        await Should.ThrowAsync<IOException>(() => second.StartAsync());
        await first.StopAsync();
        await second.StartAsync();

        second.Port.ShouldBe(first.Port);
    }
}
