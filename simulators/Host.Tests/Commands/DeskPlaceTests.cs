using System.Net;
using Microsoft.AspNetCore.Http;
using PairingLab.Host.Desk;

namespace PairingLab.Host.Tests.Commands;

/// <summary>Who may answer at the operator desk.</summary>
public sealed class DeskPlaceTests
{
    private const string Token = "a-long-secret-word";

    private static readonly DeskPlace Open = new(new(IPAddress.Any, 7071), Token);

    [Theory]
    [InlineData("127.0.0.1", "", "", true)]
    [InlineData("192.168.31.20", "", "", false)]
    [InlineData("192.168.31.20", "?token=another-long-word", "", false)]
    [InlineData("192.168.31.20", "?token=a-long-secret-word", "", true)]
    [InlineData("192.168.31.20", "", "desk-token=a-long-secret-word", true)]
    [InlineData("192.168.31.20", "", "desk-token=another-long-word", false)]
    public async Task Others_need_the_token(string from, string query, string cookie, bool letIn)
    {
        var http = new DefaultHttpContext();
        http.Connection.RemoteIpAddress = IPAddress.Parse(from);
        http.Request.QueryString = new(query);
        http.Request.Headers.Cookie = cookie;
        var came = false;
        await Open.GuardAsync(http, _ =>
        {
            came = true;
            return Task.CompletedTask;
        });
        came.ShouldBe(letIn);
        http.Response.StatusCode.ShouldBe(letIn ? 200 : 401);
        var kept = http.Response.Headers.SetCookie.ToString();
        (kept.Length > 0).ShouldBe(query.EndsWith(Token, StringComparison.Ordinal), "the page's own requests need it again");
    }

    [Fact]
    public async Task It_is_where_it_was_asked_to_be_and_a_taken_port_is_told()
    {
        await using var first = await DeskServer.StartAsync(TextReader.Null, TextWriter.Null, CancellationToken.None);
        var port = new Uri(first.Address).Port;
        var taken = await Should.ThrowAsync<Host.Commands.CommandException>(() => DeskServer.StartAsync(
            TextReader.Null, TextWriter.Null, CancellationToken.None, null, new(new(IPAddress.Loopback, port), null)));
        taken.Message.ShouldStartWith($"the desk can't listen at 127.0.0.1:{port}: ");

        await using var open = await DeskServer.StartAsync(
            TextReader.Null, TextWriter.Null, CancellationToken.None, null, new(new(IPAddress.Any, 0), Token));
        open.Address.ShouldStartWith("http://127.0.0.1:");
        open.AddressFromOutside.ShouldEndWith($":{new Uri(open.Address).Port}/?token={Token}");
        using var http = new HttpClient();
        (await http.GetStringAsync(new Uri(new(open.Address), "/"))).ShouldContain("Operator desk");
    }
}
