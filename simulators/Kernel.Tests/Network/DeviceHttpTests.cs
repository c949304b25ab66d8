using Microsoft.AspNetCore.Builder;
using PairingLab.Kernel.Network;
using PairingLab.Kernel.Time;

namespace PairingLab.Kernel.Tests.Network;

/// <summary>Which answers a device accepts.</summary>
public sealed class DeviceHttpTests
{
    [Theory]
    [InlineData(64, 200)]
    [InlineData(65, 0)]
    public async Task An_answer_of_more_than_64_MB_is_none(int megabytes, int status)
    {
        var piece = new byte[1024 * 1024];
        await using var server = new ApiServer(app => app.Run(async http =>
        {
            for (var sent = 0; sent < megabytes; sent++)
            {
                await http.Response.Body.WriteAsync(piece, http.RequestAborted);
            }
        }));
        await server.StartAsync();
        var clock = new RealClock();
        using var device = new DeviceHttp(new("pos-1", clock, new(1)), new(clock, new([])), new());

        var reply = await device.SendAsync(HttpMethod.Get, server.Address, null, null, TestContext.Current.CancellationToken)
            .WaitAsync(TimeSpan.FromSeconds(60), TimeProvider.System);

        reply.Status.ShouldBe(status);
    }
}
