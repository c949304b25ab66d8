// Pairs workstation pos-1 of a hosted lab with its Commander: dotnet run PairWorkstation.cs http://127.0.0.1:7070
#:property PublishAot=false
using System.Net.Http.Json;
using System.Text.Json.Nodes;

var lab = args.FirstOrDefault() ?? "http://127.0.0.1:7070";
using var http = new HttpClient();
var settings = new { commander = new { managerPassword = "Manager-4711" } };
var site = await PostAsync($"{lab}/lab/sites", new { clock = "stepped", systems = new[] { "commander" }, settings });
var at = $"{site["address"]}/lab"; // a site of this test's own
await PostAsync($"{at}/clock", new { advance = "00:00:10" }); // the workstation starts

await EnterAsync("config-1", "User Name", "manager");
await EnterAsync("config-1", "Password", settings.commander.managerPassword);
await PressAsync("config-1", "Sign In", "Security", "Site Security", "Generate OTP", "Ok");
var first = await ReadAsync("commander-1", "."); // the display shows four digits as two pairs, the first with a point
await PostAsync($"{at}/clock", new { advance = "00:00:01" });
await EnterAsync("config-1", "OTP", first[..2] + await ReadAsync("commander-1", "Commander"));
await PressAsync("config-1", "Ok", "Start Pairing Service", "Ok");
await PressAsync("pos-1", "Pair POS");
await ReadAsync("pos-1", "Pairing OTP");
await PressAsync("config-1", "Retrieve Pairing OTP");
await EnterAsync("pos-1", "Pairing OTP", await ReadAsync("config-1", "Pairing session OTP"));
await PressAsync("pos-1", "OK");
Console.WriteLine(await ReadAsync("pos-1", "Successfully Paired"));
await http.DeleteAsync($"{lab}/lab/sites/{site["id"]}");

async Task PressAsync(string device, params string[] buttons)
{
    foreach (var button in buttons)
    {
        await ReadAsync(device, button);
        await PostAsync($"{at}/devices/{device}/press", new { button });
    }
}
async Task<string> ReadAsync(string device, string until) => // the first text, when the panel shows what is waited for
    $"{(await http.GetFromJsonAsync<JsonNode>($"{at}/devices/{device}/panel?until={until}"))!["texts"]!.AsArray().FirstOrDefault()}";
Task EnterAsync(string device, string field, string text) => PostAsync($"{at}/devices/{device}/enter", new { field, text });
async Task<JsonNode> PostAsync(string url, object body) =>
    JsonNode.Parse(await (await http.PostAsJsonAsync(url, body)).EnsureSuccessStatusCode().Content.ReadAsStringAsync())!;
