using System.Net;
using PairingLab.AccessControl.Services;
using PairingLab.AccessControl.Storage;
using PairingLab.AccessControl.Tests.Api;

namespace PairingLab.AccessControl.Tests.Admin;

/// <summary>People at the panel get a page that says what to do, whatever goes wrong.</summary>
public sealed class TroubleTests
{
    [Fact]
    public async Task A_file_of_50_MB_brings_the_form_back_with_what_would_be_right()
    {
        await using var macs = await RunningMacs.StartAsync();
        using var admin = await AdminClient.SignedInAsync(macs, UserRole.Admin);
        using var form = new MultipartFormDataContent
        {
            { new StringContent(await admin.TokenAsync("/admin/terms/new")), "token" },
            { new StringContent("terms"), "kind" },
            { new StringContent("2026-01-05"), "day" },
            { new ByteArrayContent(new byte[50 * 1024 * 1024]), "file", "terms.pdf" },
        };
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{macs.Address}/admin/terms/new") { Content = form };
        using var answer = await admin.SendAsync(request);
        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        var page = await PageAsync(answer);
        page.ShouldContain("File may have 5 MB at most.");
        page.ShouldContain("<h1>Add a document</h1>");
    }

    [Fact]
    public async Task A_database_that_fails_brings_a_page_without_the_lab_s_folders()
    {
        var folder = Directory.CreateTempSubdirectory("pairinglab-broken-");
        var isBroken = false;
        var database = SqliteDatabase.Open(folder.FullName, _ =>
        {
            if (isBroken)
            {
                throw new IOException("the disk is broken");
            }
        });
        await using (var macs = await RunningMacs.StartAsync(null, database))
        {
            using var admin = await AdminClient.SignedInAsync(macs, UserRole.Admin);
            var token = await admin.TokenAsync("/admin/terms");
            isBroken = true;
            using var answer = await admin.PostAsync("/admin/locations/WAW-1/delete", token);
            answer.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
            var page = await PageAsync(answer);
            page.ShouldContain("<h1>MACS can't reach its data</h1>");
            page.ShouldNotContain(folder.FullName);
            page.ShouldNotContain("the disk is broken");
        }

        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task A_method_that_a_page_does_not_have_brings_a_page()
    {
        await using var macs = await RunningMacs.StartAsync();
        using var admin = await AdminClient.SignedInAsync(macs, UserRole.Admin);
        using var request = new HttpRequestMessage(HttpMethod.Put, $"{macs.Address}/admin/locations/new");
        using var answer = await admin.SendAsync(request);
        answer.StatusCode.ShouldBe(HttpStatusCode.MethodNotAllowed);
        (await PageAsync(answer)).ShouldContain("PUT is not allowed here");
    }

    private static async Task<string> PageAsync(HttpResponseMessage answer)
    {
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("text/html");
        return WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
    }
}
